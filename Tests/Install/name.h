// The name under which plain.c is built: -D MODULE=NAME.
#define JOIN__(first, second) first##second
#define JOIN_(first, second) JOIN__(first, second)
#define MODULE_INIT JOIN_(BtInit_, MODULE)
#define MODULE_TEXT Bt_STRINGIFY(MODULE)
