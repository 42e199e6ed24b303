#!/usr/bin/env bash
# Lets other people's tools judge what the demo leaves: qpdf the papers, frictionless the package.
#   packaging/check-demo.sh FOLDER    the folder is made anew
set -eu
cd "$(dirname "$0")/.."
place=$1
validate="$PWD/.venv-check/bin/frictionless validate"
rm -rf "$place"
mkdir -p "$place"

.venv/bin/calm-instructor demo --out "$place/demo" > "$place/demo.txt"
.venv/bin/calm-instructor check --data "$place/demo"
.venv/bin/calm-instructor verify --data "$place/demo"

papers=0
while IFS= read -r -d '' paper; do
    qpdf --check "$paper" > "$place/qpdf.txt" 2>&1 || { cat "$place/qpdf.txt" >&2; exit 1; }
    papers=$((papers + 1))
done < <(find "$place/demo" -name '*.pdf' -print0)
[ "$papers" -gt 0 ] || { echo "check-demo: the demo left no papers" >&2; exit 1; }
echo "qpdf: $papers papers are sound"

.venv/bin/python -m zipfile -e "$(find "$place/demo" -name '*.calmpack')" "$place/package"
(cd "$place/package" && $validate datapackage.json) > "$place/frictionless.txt" \
    || { cat "$place/frictionless.txt" >&2; exit 1; }
echo 'frictionless: the package is valid'
