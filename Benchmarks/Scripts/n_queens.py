from timing import measure


def queens(size, row=0, columns=0, up=0, down=0):
    if row == size:
        return 1
    count = 0
    free = ~(columns | up | down) & ((1 << size) - 1)
    while free:
        bit = free & -free
        free ^= bit
        count += queens(size, row + 1, columns | bit, (up | bit) << 1, (down | bit) >> 1)
    return count


def by_lists(size):
    found = 0
    board = []

    def fits(column):
        row = len(board)
        for i, other in enumerate(board):
            if other == column or abs(other - column) == row - i:
                return False
        return True

    def place(row):
        nonlocal found
        if row == size:
            found += 1
            return
        for column in range(size):
            if fits(column):
                board.append(column)
                place(row + 1)
                board.pop()

    place(0)
    return found


def run():
    for _ in range(10):
        assert queens(8) == 92
        assert by_lists(7) == 40


measure(run)
