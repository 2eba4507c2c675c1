# Everything works with Go and make alone: no C compiler, no display.
export CGO_ENABLED := 0
export GOFLAGS := -buildvcs=false $(GOFLAGS)

GO ?= go
FUZZTIME ?= 20s
PROGRAM := bin/entangle$(if $(filter Windows_NT,$(OS)),.exe)
HEADLESS := bin/entangle-headless$(if $(filter Windows_NT,$(OS)),.exe)

.DEFAULT_GOAL := help
.PHONY: help play headless test-window shots build test test-short same-bits check-cli lint vet format cross bench fuzz golden readme

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' Makefile

build: ## one program: bin/entangle
	$(GO) build -trimpath -o $(PROGRAM) ./cmd/entangle

play: build ## play a company in a window
	$(PROGRAM) play

headless: ## a static program without the window, for clusters: bin/entangle-headless
	$(GO) build -trimpath -tags headless -o $(HEADLESS) ./cmd/entangle

test: format vet ## formatting, vet, all tests, the long ones too, and 100,000 random order streams
	ENTANGLE_STREAMS=4000 $(GO) test -timeout 15m ./...
	$(GO) test ./sim -run '^TestRandomOrders$$' -count=1 -v

# The compiler and the tests make much garbage and keep little: with a lazier collector
# they take a fifth less of the processor.
test-short: ## the tests without the long ones, in under a minute
	GOGC=$${GOGC:-400} $(GO) test -short ./...

test-window: ## the window played by clicks and keys under Xvfb
	.ci/test-window

shots: ## pictures of every page of the window, into out/shots
	SHOTS=out/shots .ci/test-window

same-bits: ## golden runs on amd64, amd64 v3, arm64 and wasm; needs qemu-user and Node
	.ci/same-bits

check-cli: ## the program from outside: README, full disks, Ctrl-C, wrong input, workers
	.ci/check-cli

lint: format vet ## formatting, vet (here and for other systems), the rules of the house
	GOOS=windows GOARCH=amd64 $(GO) vet -trimpath ./...
	GOOS=darwin GOARCH=arm64 $(GO) vet -trimpath ./...
	GOOS=js GOARCH=wasm $(GO) vet -trimpath ./...
	$(GO) test .

vet:
	$(GO) vet ./...
	$(GO) vet -tags headless ./cmd/entangle
	$(GO) vet -tags shots ./game

format:
	@list=$$(gofmt -l .); if [ -n "$$list" ]; then echo "not formatted (run gofmt -w on them):"; echo "$$list"; exit 1; fi

cross: ## build for Windows, macOS, Linux on ARM and the browser's wasm, into dist
	GOOS=windows GOARCH=amd64 $(GO) build -trimpath -o dist/entangle-windows-amd64.exe ./cmd/entangle
	GOOS=darwin GOARCH=arm64 $(GO) build -trimpath -o dist/entangle-darwin-arm64 ./cmd/entangle
	GOOS=linux GOARCH=arm64 $(GO) build -trimpath -o dist/entangle-linux-arm64 ./cmd/entangle
	GOOS=js GOARCH=wasm $(GO) build -trimpath -o dist/entangle.wasm ./cmd/entangle

bench: ## speed beside a frozen yardstick, by phase of the week
	$(GO) run ./cmd/entangle bench

fuzz: ## each fuzz test for FUZZTIME (20s)
	FUZZTIME=$(FUZZTIME) .ci/fuzz

golden: export REASON := $(REASON)
golden: ## record how runs end now: make golden REASON="why they end otherwise"
	$(GO) test ./scenarios -run '^TestGoldenHash$$' -v -update -reason "$$REASON"

readme: ## write the outputs shown in README.md anew
	.ci/readme write
