#!/usr/bin/env bash
# Starts TLS in front of the local endpoint (socat), and a proxy with a password in front of that (squid). Prints the
# environment variables for later steps.
#
#   start.sh http://127.0.0.1:PORT FOLDER
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
endpoint=${1#http://}
folder=$2
mkdir -p "$folder"
chmod 777 "$folder" # squid writes its logs as another user

if ! command -v squid socat > /dev/null; then
  { sudo apt-get update && sudo apt-get install --yes --no-install-recommends squid socat; } >&2
  sudo systemctl stop squid >&2 # installing the package starts a squid
fi

openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost -addext subjectAltName=DNS:localhost \
  -keyout "$folder/key.pem" -out "$folder/certificate.pem" 2> "$folder/openssl.log"
setsid socat "OPENSSL-LISTEN:8443,bind=127.0.0.1,reuseaddr,fork,verify=0,cert=$folder/certificate.pem,key=$folder/key.pem" \
  "TCP:$endpoint" > "$folder/socat.log" 2>&1 &

echo "ci:$(openssl passwd -apr1 s3cret)" > "$folder/passwords"
sed "s#FOLDER#$folder#" "$here/squid.conf" > "$folder/squid.conf"
setsid squid -N -f "$folder/squid.conf" > "$folder/squid.log" 2>&1 &

for port in 8443 3128; do
  for _ in $(seq 100); do
    if (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; then continue 2; fi
    sleep 0.1
  done
  echo "Nothing listens on port $port." >&2
  cat "$folder"/*.log >&2
  exit 1
done

cat <<END
AWS_ENDPOINT_URL_INSPECTOR2=https://localhost:8443
NODE_EXTRA_CA_CERTS=$folder/certificate.pem
HTTPS_PROXY=http://ci:s3cret@127.0.0.1:3128
END
