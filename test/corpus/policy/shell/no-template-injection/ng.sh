echo "${{ github.event.issue.title }}"
git checkout ${{ github.head_ref }}
run '${{ github.event.pull_request.body }}' --x
echo ${{ toJSON(github.event) }}
echo "${{ github['event']['comment'].body }}"
echo "${{ format('{0}', github.event.head_commit.message) }}"
