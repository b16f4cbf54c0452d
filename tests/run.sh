# Sourced by ../ocop for `./ocop test`: installs what the tests need, runs them all, adds up their counters.
need_postgres
need '/usr/bin/chromium' chromium fonts-noto-core
need '/usr/bin/pdftotext' poppler-utils
need '/usr/bin/qpdf' qpdf
need '/usr/bin/zbarimg' zbar-tools

build
results="$root/artifacts/test-results"
rm -rf "$results"
status=0
dotnet build "$root/OcopScoring.sln" -c Release --nologo -v quiet >&2 || status=$?
if [ "$status" = 0 ]; then
  for project in "$root"/tests/*.Tests; do
    dotnet test "$project" -c Release --no-build --nologo -v quiet \
      --logger "trx;LogFileName=$(basename "$project").trx" --results-directory "$results" "$@" >&2 || status=$?
  done
fi

passed=0; failed=0; skipped=0
for file in "$results"/*.trx; do
  [ -f "$file" ] || continue
  counters=$(grep -o '<Counters [^>]*>' "$file")
  number() { grep -o " $1=\"[0-9]*\"" <<<"$counters" | grep -o '[0-9]*'; }
  total=$(number total); executed=$(number executed)
  passed=$((passed + $(number passed)))
  failed=$((failed + $(number failed) + $(number error) + $(number timeout) + $(number aborted)))
  skipped=$((skipped + total - executed))
done
if [ "$status" = 0 ] && { [ "$failed" != 0 ] || [ "$passed" = 0 ]; }; then status=1; fi
echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
