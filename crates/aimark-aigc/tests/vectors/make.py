#!/usr/bin/env python3
"""Writes `vectors.json` anew: labels signed by two other implementations of SM2, over both messages that are known.

    pip install gmalg==1.1.2 && python3 make.py      (and OpenSSL 3 as `openssl`)

The keys are made up here and protect nothing. gmalg gets numbers from a fixed sequence; OpenSSL draws its own, so its
signatures differ from run to run.
"""

import hashlib, json, pathlib, subprocess, tempfile
import gmalg

USER_ID = b"1234567812345678"
HERE = pathlib.Path(__file__).parent
PRODUCER = "001191440300708461136T1XGW3"


def text(attribute, number):
    return f'"Label":"{attribute}","ContentProducer":"{PRODUCER}","ProduceID":"{number}"'.encode()


def digest(data):
    sm3 = gmalg.SM3()
    sm3.update(data)
    return sm3.value()


def der(r, s):
    def number(n):
        n = n.lstrip(b"\0")
        n = (b"\0" if n[0] & 0x80 else b"") + n
        return bytes([2, len(n)]) + n

    body = number(r) + number(s)
    return bytes([0x30, len(body)]) + body


def by_gmalg(secret, message):
    state = [0]

    def draw(most):
        state[0] += 1
        return int.from_bytes(hashlib.sha512(b"aimark %d" % state[0] + message).digest()[:32]) % most

    signer = gmalg.SM2(secret, USER_ID, gmalg.SM2(secret).generate_pk(secret), rnd_fn=draw)
    return der(*signer.sign(message))


def by_openssl(secret_pem, message):
    with tempfile.TemporaryDirectory() as folder:
        key, data = pathlib.Path(folder, "key"), pathlib.Path(folder, "data")
        key.write_text(secret_pem)
        data.write_bytes(message)
        options = ["-rawin", "-digest", "sm3", "-pkeyopt", f"distid:{USER_ID.decode()}"]
        return subprocess.check_output(["openssl", "pkeyutl", "-sign", "-inkey", key, "-in", data, *options])


def pem(secret, public):
    # PKCS#8 with the ECPrivateKey of RFC 5915 in it, as OpenSSL writes it.
    inner = bytes.fromhex("306b0201010420") + secret + bytes.fromhex("a144034200") + public
    body = bytes.fromhex("308187020100301306072a8648ce3d020106082a811ccf5501822d046d") + inner
    run = ["openssl", "pkey", "-inform", "DER"]
    return subprocess.run(run, input=body, capture_output=True, check=True).stdout.decode()


vectors = []
for number, (attribute, maker) in enumerate([("1", "gmalg"), ("2", "gmalg"), ("1", "openssl"), ("3", "openssl")]):
    secret = hashlib.sha256(b"aimark test key %d" % number).digest()
    public = gmalg.SM2(secret).generate_pk(secret)
    secret_pem = pem(secret, public)
    for message in ("digest", "text"):
        data = text(attribute, f"vector-{number}")
        data = digest(data) if message == "digest" else data
        signature = by_gmalg(secret, data) if maker == "gmalg" else by_openssl(secret_pem, data)
        vectors.append({
            "name": f"{maker}-{message}-{attribute}", "message": message, "label": attribute, "producer": PRODUCER,
            "produce_id": f"vector-{number}", "signature": signature.hex(), "point": public.hex(), "pem": secret_pem,
        })
(HERE / "vectors.json").write_text(json.dumps(vectors, indent=1) + "\n")
