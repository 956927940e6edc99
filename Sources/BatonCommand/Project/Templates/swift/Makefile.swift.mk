# The extension without `baton build`; both give build/sample.so. The Swift face of Baton is compiled from its sources, which
# `baton --swift-face` names, with the compiler that compiles the extension. Its folder may have blanks in its name.
BATON  ?= baton
SWIFTC ?= swiftc
FACE   := $(shell "$(BATON)" --swift-face)
FLAGS  := -O -g -swift-version 6 -parse-as-library $(shell "$(BATON)" --cflags)

build/sample.so: build/make/libBaton.a $(wildcard src/*.swift)
	$(SWIFTC) $(FLAGS) -I build/make -emit-library -module-name sample -o $@ $(wildcard src/*.swift) build/make/libBaton.a

build/make/libBaton.a: $(shell ls "$(FACE)"/*.swift | sed 's/ /\\ /g')
	@mkdir -p $(@D)
	$(SWIFTC) $(FLAGS) -emit-library -static -emit-module -emit-module-path build/make/Baton.swiftmodule -module-name Baton -o $@ "$(FACE)"/*.swift

.PHONY: test clean
test:
	"$(BATON)" test
clean:
	rm -rf build
