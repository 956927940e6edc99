// Debug information, read by libdw.so.1 of elfutils, which is loaded when it is first needed.
#ifndef BATON_CHECK_DWARF_H
#define BATON_CHECK_DWARF_H

struct BtPlaceText_;

/// Fill file, line and function of an address in code. Where it is in an inline function of Baton's headers, the place
/// is that of its caller. 0: not known.
int _bt_dwarf_line(void *pc, struct BtPlaceText_ *text);
/// Fill them for the declaration of the function that begins at an address.
int _bt_dwarf_function(void *function, struct BtPlaceText_ *text);
/// Say whether a file is one of Baton's headers.
int _bt_dwarf_is_header(const char *file);

#endif
