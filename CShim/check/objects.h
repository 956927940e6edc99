// Slots of the heap in checked mode, for the checks that look at objects. Attached, all of it.
#ifndef BATON_CHECK_OBJECTS_H
#define BATON_CHECK_OBJECTS_H

/// The slot that begins at an address; NULL: none does. It may be free.
BtObject *_bt_check_slot_at(uintptr_t address);
/// The slot that an address lies in, not only at its beginning.
BtObject *_bt_check_slot_around(uintptr_t address);
BtSlotRecord_ *_bt_check_record(void *slot);
/// Visit the slots that hold, or may hold, an object.
void _bt_check_each_slot(void (*visit)(BtObject *slot, BtSlotRecord_ *record, void *context), void *context);
/// The name of the type of the object in a slot; NULL if it holds none.
const char *_bt_check_type_name(BtObject *slot);
/// Look at the freed slots that are kept: one that was written to is reported.
void _bt_check_quarantine_patterns(void);

#endif
