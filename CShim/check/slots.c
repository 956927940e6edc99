// The slots of types that extensions make: stubs stand in front of them, so that a call by the runtime is seen.
//
// Left alone: tp_dealloc, which extensions compare with their own function, and tp_traverse, tp_clear, tp_free, tp_alloc and
// their like, which set no exception and open no block.
#include "check.h"

#include <stddef.h>
#include <stdlib.h>

typedef struct Slot {
    const char *name;
    uint16_t offset;
    uint8_t result;
} Slot;

#define TYPE(slot, result) {#slot, offsetof(BtTypeObject, slot), BT_GIVES_##result}
#define NUMBER(slot, result) {#slot, offsetof(BtNumberMethods, slot), BT_GIVES_##result}
#define SEQUENCE(slot, result) {#slot, offsetof(BtSequenceMethods, slot), BT_GIVES_##result}
#define MAPPING(slot, result) {#slot, offsetof(BtMappingMethods, slot), BT_GIVES_##result}

static const Slot type_slots[] = {
    TYPE(tp_getattr, OBJECT), TYPE(tp_setattr, STATUS), TYPE(tp_repr, OBJECT), TYPE(tp_hash, SIZE),
    TYPE(tp_call, OBJECT), TYPE(tp_str, OBJECT), TYPE(tp_getattro, OBJECT), TYPE(tp_setattro, STATUS),
    TYPE(tp_richcompare, OBJECT), TYPE(tp_iter, OBJECT), TYPE(tp_iternext, ITEM), TYPE(tp_descr_get, OBJECT),
    TYPE(tp_descr_set, STATUS), TYPE(tp_init, STATUS), TYPE(tp_new, OBJECT),
};
static const Slot number_slots[] = {
    NUMBER(nb_add, OBJECT), NUMBER(nb_subtract, OBJECT), NUMBER(nb_multiply, OBJECT), NUMBER(nb_remainder, OBJECT),
    NUMBER(nb_divmod, OBJECT), NUMBER(nb_power, OBJECT), NUMBER(nb_negative, OBJECT), NUMBER(nb_positive, OBJECT),
    NUMBER(nb_absolute, OBJECT), NUMBER(nb_bool, STATUS), NUMBER(nb_invert, OBJECT), NUMBER(nb_lshift, OBJECT),
    NUMBER(nb_rshift, OBJECT), NUMBER(nb_and, OBJECT), NUMBER(nb_xor, OBJECT), NUMBER(nb_or, OBJECT),
    NUMBER(nb_int, OBJECT), NUMBER(nb_float, OBJECT), NUMBER(nb_inplace_add, OBJECT),
    NUMBER(nb_inplace_subtract, OBJECT), NUMBER(nb_inplace_multiply, OBJECT), NUMBER(nb_inplace_remainder, OBJECT),
    NUMBER(nb_inplace_power, OBJECT), NUMBER(nb_inplace_lshift, OBJECT), NUMBER(nb_inplace_rshift, OBJECT),
    NUMBER(nb_inplace_and, OBJECT), NUMBER(nb_inplace_xor, OBJECT), NUMBER(nb_inplace_or, OBJECT),
    NUMBER(nb_floor_divide, OBJECT), NUMBER(nb_true_divide, OBJECT), NUMBER(nb_inplace_floor_divide, OBJECT),
    NUMBER(nb_inplace_true_divide, OBJECT), NUMBER(nb_index, OBJECT), NUMBER(nb_matrix_multiply, OBJECT),
    NUMBER(nb_inplace_matrix_multiply, OBJECT),
};
static const Slot sequence_slots[] = {
    SEQUENCE(sq_length, SIZE), SEQUENCE(sq_concat, OBJECT), SEQUENCE(sq_repeat, OBJECT), SEQUENCE(sq_item, OBJECT),
    SEQUENCE(sq_ass_item, STATUS), SEQUENCE(sq_contains, STATUS), SEQUENCE(sq_inplace_concat, OBJECT),
    SEQUENCE(sq_inplace_repeat, OBJECT),
};
static const Slot mapping_slots[] = {
    MAPPING(mp_length, SIZE), MAPPING(mp_subscript, OBJECT), MAPPING(mp_ass_subscript, STATUS),
};
static const Slot buffer_slots[] = {
    {"bf_getbuffer", offsetof(BtBufferProcs, bf_getbuffer), BT_GIVES_STATUS},
};

#define COUNT(array) (sizeof (array) / sizeof *(array))

static void wrap(void *table, const Slot *slots, size_t count, const char *owner)
{
    for (size_t i = 0; table != NULL && i < count; i++) {
        void **place = (void **)((char *)table + slots[i].offset);
        void *stub = _bt_slot_stub(*place, slots[i].name, owner, slots[i].result);
        if (stub != *place) {
            *place = stub;
        }
    }
}

void _bt_check_type(BtTypeObject *type)
{
    if (!_bt_check.is_on || type == NULL) {
        return;
    }
    const char *owner = type->tp_name;
    wrap(type, type_slots, COUNT(type_slots), owner);
    wrap(type->tp_as_number, number_slots, COUNT(number_slots), owner);
    wrap(type->tp_as_sequence, sequence_slots, COUNT(sequence_slots), owner);
    wrap(type->tp_as_mapping, mapping_slots, COUNT(mapping_slots), owner);
    wrap(type->tp_as_buffer, buffer_slots, COUNT(buffer_slots), owner);
}

BtGetSetDef *_bt_check_getset(BtGetSetDef *line, BtTypeObject *type)
{
    BtGetSetDef wrapped = *line;
    // A function that several lines share is told by the first one's name.
    *(void **)&wrapped.get = _bt_slot_stub(*(void **)&line->get, line->name, type->tp_name, BT_GIVES_OBJECT);
    *(void **)&wrapped.set = _bt_slot_stub(*(void **)&line->set, line->name, type->tp_name, BT_GIVES_STATUS);
    if (wrapped.get == line->get && wrapped.set == line->set) {
        return line;
    }
    BtGetSetDef *kept = malloc(sizeof *kept);
    if (kept == NULL) {
        return line;
    }
    *kept = wrapped;
    return kept;
}
