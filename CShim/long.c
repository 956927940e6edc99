// What of int is data: the layout of limbs, the limit of digits, and the ints that exist once: True, False and the
// cache of small ints. In C because extensions (True, False) and Swift (the cache) take their addresses without asking
// whether they have been made.
//
// Guard: written before a second thread exists, read by all.
#include "baton/host.h"

BT_API BtLongObject _bt_true = { { { 0, BT_OWNER_IMMORTAL, 0, 0, 0, &BtBool_Type }, 1 }, { 1 } };
BT_API BtLongObject _bt_false = { { { 0, BT_OWNER_IMMORTAL, 0, 0, 0, &BtBool_Type }, 0 }, { 0 } };

BtLongObject _bt_small_ints[BT_SMALL_INT_MAX - BT_SMALL_INT_MIN + 1];

int _bt_int_max_str_digits = 4300;

const BtLongLayout *BtLong_GetNativeLayout(void)
{
    static const BtLongLayout layout = {
        .bits_per_digit = 64, .digit_size = 8, .digits_order = -1, .digit_endianness = -1
    };
    return &layout;
}

static const char *const int_new_keywords[] = { "", "base", NULL };
_BtArg_Parser _bt_int_new_parser = { .keywords = int_new_keywords, .fname = "int" };

static const char *const to_bytes_keywords[] = { "length", "byteorder", "signed", NULL };
_BtArg_Parser _bt_int_to_bytes_parser = { .keywords = to_bytes_keywords, .fname = "to_bytes" };

static const char *const from_bytes_keywords[] = { "bytes", "byteorder", "signed", NULL };
_BtArg_Parser _bt_int_from_bytes_parser = { .keywords = from_bytes_keywords, .fname = "from_bytes" };
