"""Starts Debian's Ren'Py 8.0.3 on Python 3.11, without a change to the package.

    python3 start.py ENGINE GAME [COMMAND...]
"""

import ast
import os
import runpy
import sys
import warnings


def locate(node, line=1, column=0):
    """Fills in where a node is; Python 3.11 wants no end before its start or its children's ends."""
    if "lineno" in node._attributes:
        line = node.lineno = getattr(node, "lineno", line)
        column = node.col_offset = getattr(node, "col_offset", column)
    ends = [(line, column)]
    ends += [locate(child, line, column) for child in ast.iter_child_nodes(node)]
    if getattr(node, "end_lineno", None) is not None and node.end_col_offset is not None:
        ends.append((node.end_lineno, node.end_col_offset))
    end = max(ends)
    if "end_lineno" in node._attributes:
        node.end_lineno, node.end_col_offset = end
    return end


def main():
    engine = sys.argv.pop(1)
    program = sys.argv[0] = os.path.join(engine, "renpy.py")
    sys.dont_write_bytecode = True
    # The engine asks the main module for its folders.
    for name, function in runpy.run_path(program, run_name="folders").items():
        if name.startswith("path_to_"):
            setattr(sys.modules["__main__"], name, function)
    sys.path.append(engine)
    warnings.simplefilter("ignore", DeprecationWarning)

    import renpy
    import renpy.bootstrap

    import_all = renpy.import_all

    def import_all_and_mend():
        import_all()
        renpy.python.fix_missing_locations = locate

    renpy.import_all = import_all_and_mend
    renpy.bootstrap.bootstrap(engine)


if __name__ == "__main__":
    main()
