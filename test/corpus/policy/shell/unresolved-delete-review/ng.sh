rm -rf "$TARGET"
rm -rf $DIR/cache
rm -rf "${PREFIX}/lib"
cat list | xargs rm -rf
