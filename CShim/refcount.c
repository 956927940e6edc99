// Counting that is not the common case: other threads' objects, counts that would wrap, detached threads.
// In C because the inline functions of refcount.h call it from extensions.
#include "baton/host.h"

void _bt_incref_slow(BtObject *object) { (void)object; }
void _bt_decref_slow(BtObject *object) { (void)object; }
void _bt_decref_to_zero(BtObject *object) { object->ob_type->tp_dealloc(object); }
