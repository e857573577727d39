package org.exchangehub.core.catalog;

/** To whom a dataset may be given (Decree 809, Art. 14). */
public enum ShareAttribute {
    /** 无条件共享: to every department. */
    UNCONDITIONAL,
    /** 有条件共享: to some departments or under conditions; scope and purpose must be stated (Art. 15). */
    CONDITIONAL,
    /** 不予共享: to none; the reason and the law that says so must be stated (Arts. 14, 15). */
    REFUSED
}
