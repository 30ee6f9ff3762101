#!/usr/bin/env python3
"""A second verifier for evidence bundles, written from infra/docs/INSPECTOR.md alone: the standard library, and openssl
for Ed25519. It checks archive, hashes, signatures, tree, earlier checkpoint, records, proofs, streams, completeness and
documents. It does not recompute statuses, register or cover: that takes the rules, which the Java verifier has.

    verify.py [--trust VKEY]... [--witness VKEY]... [--last-checkpoint FILE] BUNDLE...

For each bundle a line «exit-code<TAB>place<TAB>what»; ends with the worst code: 0 proven by a trusted key, 1 refused,
3 sound but for a key that is trusted."""

import argparse
import base64
import hashlib
import json
import re
import struct
import subprocess
import sys
import tempfile
import zlib
from datetime import datetime
from pathlib import Path

NAME = re.compile(r"[a-z0-9]+(?:[-./][a-z0-9]+)*\Z")
DOS_DATE = (0 << 9) | (2 << 5) | 1  # 1 February 1980, midnight
LEDGER, WITNESS = 1, 4  # kinds of keys: over a text (C2SP signed-note), over time and text (tlog-cosignature)


class Refused(Exception):
    def __init__(self, place, what):
        super().__init__(f"{place}: {what}")
        self.place, self.what = place, what


def read_archive(data):
    """Local entries one after another, then nothing but what follows from them: so no byte is free."""
    files, at = {}, 0
    while data[at : at + 4] == b"PK\x03\x04":
        if at + 30 > len(data):
            raise Refused("archive", "cut")
        size, length = struct.unpack_from("<I", data, at + 18)[0], struct.unpack_from("<H", data, at + 26)[0]
        name = data[at + 30 : at + 30 + length].decode("latin-1")
        if not NAME.match(name) or len(name) > 120 or (files and name <= max_name):
            raise Refused("archive", "a name that no file of a bundle has, or out of order")
        start = at + 30 + length
        if start + size > len(data):
            raise Refused(name, "cut")
        files[name], max_name, at = data[start : start + size], name, start + size
    if write_archive(files) != data:
        raise Refused("archive", "not written as it must be")
    return files


def write_archive(files):
    body, directory = bytearray(), bytearray()
    for name, content in sorted(files.items()):
        common = struct.pack("<HHHHIIIHH", 0x0800, 0, 0, DOS_DATE, zlib.crc32(content), len(content), len(content), len(name), 0)
        directory += b"PK\x01\x02" + struct.pack("<HH", 10, 10) + common + struct.pack("<HHHII", 0, 0, 0, 0, len(body)) + name.encode()
        body += b"PK\x03\x04" + struct.pack("<H", 10) + common + name.encode() + content
    end = struct.pack("<HHHHIIH", 0, 0, len(files), len(files), len(directory), len(body), 0)
    return bytes(body + directory + b"PK\x05\x06" + end)


def check_manifest(files):
    lines = "".join(
        f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()) if name != "manifest.sha256"
    )
    if need(files, "manifest.sha256") != lines.encode():
        raise Refused("manifest.sha256", "a hash in it is not that of its file")


def need(files, name):
    if name not in files:
        raise Refused(name, "missing")
    return files[name]


def leaf_hash(record):
    return hashlib.sha256(b"\0" + record).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def root_of(leaves):
    level = list(leaves) or [hashlib.sha256().digest()]
    while len(level) > 1:
        paired = [node_hash(level[i], level[i + 1]) for i in range(0, len(level) - 1, 2)]
        level = paired + level[len(level) - len(level) % 2 :]
    return level[0]


def includes(leaf, index, size, path, root):
    node, last = index, size - 1
    for sibling in path:
        if last == 0:
            return False
        if node & 1 or node == last:
            leaf = node_hash(sibling, leaf)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            leaf = node_hash(leaf, sibling)
        node, last = node >> 1, last >> 1
    return last == 0 and leaf == root


def read_leaves(files, size):
    leaves = []
    for tile in range((size + 255) // 256):
        width = min(256, size - 256 * tile)
        groups = f"{tile % 1000:03d}"
        rest = tile // 1000
        while rest:
            groups, rest = f"x{rest % 1000:03d}/" + groups, rest // 1000
        name = f"tile/0/{groups}" + ("" if width == 256 else f".p/{width}")
        content = need(files, name)
        if len(content) != 32 * width:
            raise Refused(name, "not so many hashes")
        leaves += [content[i : i + 32] for i in range(0, len(content), 32)]
    return leaves


def parse_key(vkey):
    match = re.fullmatch(r"([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)", vkey)
    key = base64.b64decode(match[3], validate=True) if match else b""
    identity = hashlib.sha256(vkey.split("+")[0].encode() + b"\n" + key).digest()[:4]
    if len(key) != 33 or key[0] not in (LEDGER, WITNESS) or identity.hex() != match[2]:
        raise ValueError("no Ed25519 verifier key, or the id is not that of the key")
    return match[1], identity, key[0], key[1:]


def is_signed(note, vkey, *kinds):
    try:
        name, identity, kind, key = parse_key(vkey)
        text, signatures = note[: note.rindex("\n\n") + 1], note[note.rindex("\n\n") + 2 :]
        for line in signatures.splitlines():
            if line.startswith(f"— {name} "):
                signature = base64.b64decode(line[len(name) + 3 :], validate=True)
                stamp, rest = (signature[4:12], 12) if kind == WITNESS else (b"", 4)
                before = f"cosignature/v1\ntime {int.from_bytes(stamp, 'big')}\n" if stamp else ""
                if signature[:4] == identity and ed25519(key, signature[rest:], (before + text).encode()):
                    return kind in (kinds or (LEDGER, WITNESS))
    except ValueError:
        pass
    return False


def ed25519(key, signature, message):
    with tempfile.TemporaryDirectory() as directory:
        folder = Path(directory)
        for name, content in (("key", bytes.fromhex("302a300506032b6570032100") + key), ("signature", signature), ("message", message)):
            (folder / name).write_bytes(content)
        arguments = ["openssl", "pkeyutl", "-verify", "-rawin", "-pubin", "-keyform", "DER", "-inkey", "key"]
        arguments += ["-sigfile", "signature", "-in", "message"]
        return subprocess.run(arguments, cwd=directory, capture_output=True, check=False).returncode == 0


def parse_checkpoint(note, place):
    match = re.match(r"([^\n\r]+)\n(0|[1-9]\d{0,18})\n([A-Za-z0-9+/]{43}=)\n", note)
    if not match or "\n\n" not in note:
        raise Refused(place, "no signed checkpoint")
    return match[1], int(match[2]), base64.b64decode(match[3])


def verify(data, trust, earlier, witnesses):
    files = read_archive(data)
    check_manifest(files)
    try:
        question = json.loads(need(files, "question.json"))
        ledger, known, size, complete = (question[it] for it in ("ledger", "known", "size", "complete"))
    except (ValueError, KeyError, TypeError) as e:
        raise Refused("question.json", "no question") from e
    if question.get("format") != "gongkai-evidence/1" or size < 1 or not str(question.get("subject")).startswith(ledger):
        raise Refused("question.json", "no question of this format")

    note, keys = need(files, "checkpoint").decode(), need(files, "vkeys").decode().splitlines()
    origin, tree_size, root = parse_checkpoint(note, "checkpoint")
    if not 0 < len(note[note.rindex("\n\n") + 2 :].splitlines()) == len(keys) == len(set(keys)):
        raise Refused("checkpoint", "not one signature for each key")
    for key in keys:
        if not is_signed(note, key):
            raise Refused("checkpoint", f"not signed by {key}")
    if origin != f"gongkai/{ledger}" or tree_size != size:
        raise Refused("checkpoint", "of another ledger or size than the question")
    leaves = read_leaves(files, size)
    if root_of(leaves) != root:
        raise Refused("tile/0", "not the signed root")
    trusted = [key for key in trust if is_signed(note, key, LEDGER)]
    if (trust and not trusted) or not all(is_signed(note, key, WITNESS) for key in witnesses):
        raise Refused("checkpoint", "not signed by a trusted key, or not cosigned by a witness that was named")
    if earlier is not None:
        check_growth(earlier, trust + keys, origin, leaves, root)

    records = check_records(files, ledger, size, leaves, note, root)
    check_streams(records)
    check_completeness(records, known, size, complete)
    check_documents(files, records, known)
    return (0, "", "proven by " + trusted[0]) if trusted else (3, "", "sound, but signed by a key that is not trusted")


def check_growth(note, keys, origin, leaves, root):
    before_origin, size, before_root = parse_checkpoint(note, "last-checkpoint")
    if before_origin != origin or not any(is_signed(note, key, LEDGER) for key in keys):
        raise Refused("last-checkpoint", "of another ledger, or signed by a key that is not known")
    if size > len(leaves) or root_of(leaves[:size]) != before_root:
        raise Refused("last-checkpoint", "the tree does not begin with it")


def check_records(files, ledger, size, leaves, note, root):
    records = []
    for name in sorted(it for it in files if it.startswith("records/")):
        match = re.fullmatch(r"records/(\d{8})\.json", name)
        leaf = int(match[1]) if match else size
        if leaf >= size or leaf_hash(files[name]) != leaves[leaf]:
            raise Refused(name, "not that leaf of the tree")
        check_proof(files, leaf, files[name], note, size, root)
        record = json.loads(files[name])
        if record["leaf"] != leaf or record["ledger"] != ledger:
            raise Refused(name, "says that it is another")
        if records and (record["position"] <= records[-1]["position"] or moment(record) < moment(records[-1])):
            raise Refused(name, "not later than the one before")
        records.append(record)
    if sum(it.startswith("proofs/") for it in files) != len(records):
        raise Refused("proofs/", "not one for each record")
    return records


def moment(record):
    return datetime.fromisoformat(record["recordedat"].replace("Z", "+00:00"))


def check_proof(files, leaf, record, note, size, root):
    name = f"proofs/{leaf:08d}.tlog-proof"
    head, separator, signed = need(files, name).decode("utf-8", "replace").partition("\n\n")
    lines = head.split("\n")
    if lines[:2] != ["c2sp.org/tlog-proof@v1", f"index {leaf}"] or not separator or signed != note:
        raise Refused(name, "no proof of that leaf")
    path = [base64.b64decode(line, validate=True) for line in lines[2:]]
    if [base64.b64encode(it).decode() for it in path] != lines[2:] or not includes(leaf_hash(record), leaf, size, path, root):
        raise Refused(name, "does not prove the record")


def check_streams(records):
    following = {}
    for it in records:
        expected = following.get(it["subject"], 0)
        if it["sequence"] != expected:
            raise Refused(f"records/{it['leaf']:08d}.json", f"number {expected} of its stream is missing")
        following[it["subject"]] = expected + 1


def check_completeness(records, known, size, complete):
    late = [it for it in records if it["position"] > known]
    if complete:
        for leaf, it in enumerate(records):
            if it["leaf"] != leaf:
                raise Refused(f"records/{leaf:08d}.json", "missing")
        if len(records) < size and not late:
            raise Refused(f"records/{len(records):08d}.json", "missing")
    if len(late) > (1 if complete else 0):
        raise Refused(f"records/{late[-1]['leaf']:08d}.json", "later than was known")


def check_documents(files, records, known):
    stated = {
        it["data"]["document"]["sha256"]
        for it in records
        if it["type"].split(".")[1] in ("PlanImported", "PlanAmended") and it["position"] <= known
    }
    for name in (it for it in files if it.startswith("documents/")):
        digest = hashlib.sha256(files[name]).hexdigest()
        if digest not in stated or not re.fullmatch(rf"documents/{digest}(\.[a-z0-9]{{1,5}})?", name):
            raise Refused(name, "no plan was read from it")


def main():
    arguments = argparse.ArgumentParser(description="A second verifier for evidence bundles")
    for option in ("--trust", "--witness"):
        arguments.add_argument(option, action="append", default=[])
    arguments.add_argument("--last-checkpoint")
    arguments.add_argument("bundles", nargs="+")
    given = arguments.parse_args()
    earlier = Path(given.last_checkpoint).read_text(encoding="utf-8") if given.last_checkpoint else None
    worst = 0
    for bundle in given.bundles:
        try:
            code, place, what = verify(Path(bundle).read_bytes(), given.trust, earlier, given.witness)
        except Refused as e:
            code, place, what = 1, e.place, e.what
        except (ValueError, KeyError, TypeError, struct.error) as e:
            code, place, what = 1, "bundle", repr(e)
        print(code, place, what, sep="\t")
        worst = max(worst, code)
    sys.exit(worst)


if __name__ == "__main__":
    main()
