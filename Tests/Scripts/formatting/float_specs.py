# All presentation types of floats.
for v in (0.0, -0.0, 1.0, 3.14159, -2.5, 1234567.891, 1e-7, 1e20, 1e100, 0.5, 1.5, 2.5, float("inf"), float("nan")):
    print(f"{v:f} {v:.0f} {v:.2f} {v:e} {v:.3e} {v:g} {v:.3g} {v:G} {v:E} {v:F} {v:%} {v:.1%} {v:n} {v:} {v:.3} {v:10.2f} {v:<10} {v:+} {v: } {v:010.2f} {v:,} {v:_.2f} {v:#g} {v:#.0f} {v:.0e} {v:#.0e} {v:z.0f} {v:+z.1f}")
for spec in ["d", "x", "c", "s", "b", ".f", "10.x", ",n", "_n", "=+#010,.3f", "q", "..2f", "5.2.3f", ",_", ",,", "z", ">", "é>8.1f", "0>8", "=8", "^8", "^+9.2f", "<08.1f", ".50f", "100.5f", "08,.2f", "015,.2f"]:
    try:
        print(spec, repr(format(1234.5678, spec)), repr(format(-1234.5678, spec)))
    except ValueError as e:
        print(spec, e)
