"""Two lists of techniques: the catalogue by family at the left, the set in teaching order at the right, what is said beneath.

How it is used, by the TNA's walk and by a course::

    picker = Picker(title=_(words.THIS_COURSE), opens=False)
    picker.add_wanted.connect(lambda code, place: …)    a wish; place from 0, -1 at the end. Asked for what may not be
                                                        added too: the wish refuses it with its sentence
    picker.out_wanted.connect(lambda code: …)           out of the set
    picker.move_wanted.connect(lambda code, steps: …)   teach earlier (< 0) or later (> 0)
    picker.act_wanted.connect(lambda act, of: …)        the button of a SetLine
    picker.opened.connect(lambda code: …)               Enter or a double click on a row of the set, where it ``opens``
    picker.offered_moved.connect(lambda offered: …)     another row of the catalogue is in hand (None: none is)
    picker.taken_moved.connect(lambda taken: …)         another row of the set is in hand
    picker.show_picking(picking)                        operations.viewing.picking.Picking, after every change
    picker.take_in_hand(code)                           in whichever list it stands
    picker.catalogue / picker.set                       the cards: ``body`` takes more beneath, ``head_line`` beside
    picker.foot                                         a layout beneath the catalogue's list, for the row in hand

Mouse, keyboard and drag do the same. In the catalogue Enter, Space, a double click and the sign at the right add a technique
or take it out; in the set Space, Delete, a double click and the cross take it out (Enter and the double click open it where
the picker ``opens``), Ctrl+Up and Ctrl+Down teach it earlier or later. Typing finds a code or a name in either list.
"""
