curl -fsSLo /tmp/tool https://x.example/tool
chmod +x /tmp/tool
/tmp/tool --version
