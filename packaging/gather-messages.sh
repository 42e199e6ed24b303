#!/usr/bin/env bash
# Gathers every marked sentence into the template that translators start from. No dates, so that only sentences differ.
set -eu
cd "$(dirname "$0")/.."
template=resources/translations/calm_instructor.pot
mkdir -p "$(dirname "$template")"
.venv/bin/pybabel --quiet extract calm_instructor --output "$template" \
    --keyword mark --omit-header --no-location --sort-output --width 120
echo "$template: $(grep -c '^msgid' "$template") messages"
