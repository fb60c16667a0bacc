label win:
    # comment
    e "CRLF."
    e "Over
    lines" # after
    "Same."
    $ a = [
        _("one"), # c
        _("two \
three") ]
    voice [ "a",
       "b" ]
    e "After voice"
    """
    Para one.

    Para two
    goes on.
    """
    return
