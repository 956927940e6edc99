// The memory of a register stack: reserved whole, given by the system page by page as it is touched, with a page at its
// low end that nobody may touch. In C for mmap's flags.
#define _GNU_SOURCE
#include <sys/mman.h>
#include <unistd.h>

#include "baton/host.h"

void *_bt_stack_reserve(size_t size)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    char *memory = mmap(NULL, size + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) {
        return NULL;
    }
    if (mprotect(memory, page, PROT_NONE) != 0) {
        munmap(memory, size + page);
        return NULL;
    }
    return memory + page;
}

void _bt_stack_release(void *stack, size_t size)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    munmap((char *)stack - page, size + page);
}
