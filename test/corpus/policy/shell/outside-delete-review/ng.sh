rm -rf /opt/app/releases/1
rm -rf ../other
rm -r /usr/lib/python3
cd .. && rm -rf build
bash -c 'rm -rf /srv/data'
ssh web1 rm -rf app
docker exec db rm -rf /var/lib/postgresql
