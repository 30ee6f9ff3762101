# Run by images.sh: a small Debian on standard output, as a tar archive.
exec mmdebstrap --quiet --variant=essential --include=libstdc++6,passwd --aptopt='Acquire::Retries "3"' bookworm -
