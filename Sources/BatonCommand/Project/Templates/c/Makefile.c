# The extension without `baton build`; both give build/sample.so.
BATON  ?= baton
CFLAGS ?= -O2 -g
override CFLAGS += -std=c11 -fPIC -Wall -Wextra -Wpedantic -MMD $(shell "$(BATON)" --cflags)
OBJECTS = $(patsubst src/%.c,build/make/%.o,$(wildcard src/*.c))

build/sample.so: $(OBJECTS)
	$(CC) -shared $(LDFLAGS) -o $@ $(OBJECTS) $(LDLIBS)

build/make/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -c -o $@ $<

.PHONY: check test clean
check:
	"$(BATON)" check src/*.c
test:
	"$(BATON)" test
clean:
	rm -rf build

-include $(OBJECTS:.o=.d)
