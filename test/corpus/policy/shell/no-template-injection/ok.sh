echo "${{ github.sha }}"
echo "$TITLE"
echo "${{ contains(github.event.issue.title, 'x') }}"
npm run ${{ matrix.task }}
echo "${{ github.event.pull_request.number }}"
echo '$ { { github.head_ref } }'
