# The extension without `baton build`; both give build/sample.so.
BATON    ?= baton
CXXFLAGS ?= -O2 -g
override CXXFLAGS += -std=c++17 -fPIC -Wall -Wextra -Wpedantic -MMD $(shell "$(BATON)" --cflags)
OBJECTS = $(patsubst src/%.cpp,build/make/%.o,$(wildcard src/*.cpp))

build/sample.so: $(OBJECTS)
	$(CXX) -shared $(LDFLAGS) -o $@ $(OBJECTS) $(LDLIBS)

build/make/%.o: src/%.cpp
	@mkdir -p $(@D)
	$(CXX) $(CXXFLAGS) -c -o $@ $<

.PHONY: check test clean
check:
	"$(BATON)" check src/*.cpp
test:
	"$(BATON)" test
clean:
	rm -rf build

-include $(OBJECTS:.o=.d)
