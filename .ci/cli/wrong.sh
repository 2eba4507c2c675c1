# Wrong input ends with 2, prints nothing on standard output, writes nothing, and
# names what is known or meant.

say "wrong input"
refuse() { # refuse TEXT ARGUMENT...
	local text=$1
	shift
	try 2 "$@"
	says "$text"
	[ ! -s "$out" ] || fail "entangle $* prints on standard output"
}
refuse '(known: ' rnu
refuse 'did you mean "quartet"?' run quartett
refuse '(known: 2025, octet, quartet' run quarrel
refuse 'did you mean --seed?' run quartet --sed 3
refuse '(known: --audit' run quartet --zzzzzzzz
refuse 'companies.lumen.cash' run quartet --set 'companies.lumen.cahs=$1B'
refuse 'unknown money unit' run quartet --set companies.lumen.cash=1MW
refuse 'did you mean "lumen"? (known: anvil, falcon, harbour, lumen)' run quartet --why lumne.cash
refuse 'did you mean "cash"? (known: ' run quartet --why lumen.cahs
refuse '(known: en, zh)' run quartet --lang fr
refuse '(known: order_chips, ' orders rent
refuse 'nowhere.jsonl: no such file' run quartet --orders nowhere.jsonl
refuse '--runs 0' montecarlo quartet --runs 0
refuse '--workers 0' montecarlo quartet --workers 0
refuse 'unknown mechanic "slipps"' ablate quartet --only slipps

# A mistake in a file is told with its place, and nothing is written.
printf 'companies:\n  - {id: lumen, cahs: $1B}\n' >"$scratch/bad.yaml"
refuse "$scratch/bad.yaml:2:" run quartet --with "$scratch/bad.yaml" --series "$scratch/s.csv"
gone "$scratch/s.csv"
refuse "$scratch/bad.yaml:2:" montecarlo quartet --with "$scratch/bad.yaml" --out "$scratch/m"
gone "$scratch/m"
