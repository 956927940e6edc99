# An operator whose operands stand on several lines.
value = (
    1
    + 2
    + "three"
    + 4
)
