// The heap's and the collector's data, in C because it has no lazy initialiser here, and what the heap tells the address
// sanitizer, which has C names.
#include "baton/host.h"

BT_API BtHeap_ _bt_shared_heap;
BT_API BtHeapPage_ _bt_empty_page;
BT_API BtCollector_ _bt_collector = { .is_enabled = 1, .threshold = { 10000, 10, 10 } };
BT_API size_t _bt_memory_countdown;
BT_API int _bt_memory_fails_once;
BT_API size_t _bt_memory_failures;

#if defined(__has_feature)
#  if __has_feature(address_sanitizer)
#    define HAS_ADDRESS_SANITIZER 1
#  endif
#endif

#ifdef HAS_ADDRESS_SANITIZER
void __asan_poison_memory_region(const volatile void *memory, size_t size);
void __asan_unpoison_memory_region(const volatile void *memory, size_t size);

void _bt_memory_poison(void *memory, size_t size) { __asan_poison_memory_region(memory, size); }
void _bt_memory_unpoison(void *memory, size_t size) { __asan_unpoison_memory_region(memory, size); }
#else
void _bt_memory_poison(void *memory, size_t size)
{
    (void)memory;
    (void)size;
}
void _bt_memory_unpoison(void *memory, size_t size)
{
    (void)memory;
    (void)size;
}
#endif
