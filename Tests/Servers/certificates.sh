#!/usr/bin/env bash
# Makes in the folder $1: an authority of our own, a certificate for 127.0.0.1 (good), one for another name (other)
# and one that ends as it begins (old).
set -euo pipefail
cd "$1"
openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj "/CN=Eigen CA" -keyout ca.key -out ca.pem
make() {
    openssl req -newkey rsa:2048 -nodes -subj "/CN=$2" -keyout "$1.key" -out "$1.csr"
    openssl x509 -req -in "$1.csr" -CA ca.pem -CAkey ca.key -CAcreateserial "${@:4}" -out "$1.pem" \
        -extfile <(printf 'subjectAltName=%s\n' "$3")
}
make good 127.0.0.1 IP:127.0.0.1 -days 30
make other elders.test DNS:elders.test -days 30
make old 127.0.0.1 IP:127.0.0.1 -days 0
