# Every shipped scenario checks, plays with its laws watched, exports to the same
# scenario, and its files of orders play.

say "shipped scenarios"
try 0 list
names=$(awk 'NR > 1 { print $1 }' "$out")
[ -n "$names" ] || fail "no shipped scenario"
for name in $names; do
	try 0 scenario check "$name"
	sed "s|$name|NAME|" "$out" >"$scratch/checked"
	try 0 run "$name" --audit
	try 0 run "$name" --central --lang zh
	try 0 scenario export "$name" "$scratch/$name"
	try 0 scenario check "$scratch/$name"
	sed "s|$scratch/$name|NAME|" "$out" >"$scratch/again"
	same "$scratch/checked" "$scratch/again" "an exported $name is another scenario"
	for orders in scenarios/"$name"/orders/*; do
		try 0 run "$name" --orders "$orders" --audit
	done
	rm -r "${scratch:?}/$name"
done
