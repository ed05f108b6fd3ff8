#!/usr/bin/env bash
# Takes the pictures of the caseworkers' guide anew and records its film, from a demonstration of its own; both are then to be committed.
# usage: payara-config/guide.sh [--port N]     needs ffmpeg (Debian: apt-get install ffmpeg) and Chromium
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
port=8480
if [ "${1:-}" = --port ]; then port=$2; fi
if ! command -v ffmpeg >/dev/null; then
    if [ "$(id -u)" = 0 ]; then apt-get install -y -qq ffmpeg; else echo "ffmpeg is missing: apt-get install ffmpeg" >&2; exit 1; fi
fi
curl -fs -o /dev/null "http://localhost:$port/health/ready" || {
    echo "No demonstration answers on port $port: start one with payara-config/demo.sh --fresh --port $port" >&2
    exit 1
}
email=${FMG_GUIDE_EMAIL:?the address of a caseworker of Forshaga, as the demonstration printed it}
password=${FMG_GUIDE_PASSWORD:?the password that the demonstration printed}
mvn -q -B package failsafe:integration-test failsafe:verify -Dtest=NoSuchTest -Dsurefire.failIfNoSpecifiedTests=false \
    -Dfailsafe.failIfNoSpecifiedTests=false -Dit.test=GuideStudio -Dfmg.test.http.port="$port" \
    -Dfmg.guide.email="$email" -Dfmg.guide.password="$password"
guide=web/src/main/webapp/resources/guide
ffmpeg -y -loglevel error -f concat -safe 0 -i ear/target/film/frames.txt -vf "fps=12,scale=1280:-2" -c:v libvpx-vp9 -crf 38 -b:v 0 \
    -row-mt 1 -cpu-used 4 -an "$guide/film.webm"
ls -l "$guide" "$guide"/*/
