// The heap's data. In C because it has no lazy initialiser here.
#include "baton/heap.h"

BT_API BtHeap_ _bt_shared_heap;
BT_API BtHeapPage_ _bt_empty_page;
BT_API size_t _bt_memory_countdown;
