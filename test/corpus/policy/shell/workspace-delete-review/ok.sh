rm -rf *.log
rm -rf build/*
rm -rf ./out
ls *
