#!/bin/sh
# Makes rsa-root.pem and rsa-leaf.pem: a signer with the Ed25519 key whose seed is 32 times 0x03, issued by an RSA
# authority. The RSA key is thrown away, so a second run gives other files of the same kind.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
printf '\060\056\002\001\000\060\005\006\003\053\145\160\004\042\004\040' > "$work/leaf.der"
i=0; while [ $i -lt 32 ]; do printf '\003' >> "$work/leaf.der"; i=$((i + 1)); done
openssl pkey -inform DER -in "$work/leaf.der" -out "$work/leaf.key"
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/root.key" -out rsa-root.pem -sha256 \
    -subj '/CN=an RSA authority' -days 36500 -addext 'keyUsage=critical,keyCertSign'
openssl req -new -key "$work/leaf.key" -subj '/CN=a signer under RSA' -out "$work/leaf.csr"
cat > "$work/extensions" <<X
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature
extendedKeyUsage=1.3.6.1.4.1.62558.2.1,emailProtection
authorityKeyIdentifier=keyid
X
openssl x509 -req -in "$work/leaf.csr" -CA rsa-root.pem -CAkey "$work/root.key" -set_serial 5 -days 36500 -sha256 \
    -extfile "$work/extensions" -out rsa-leaf.pem
