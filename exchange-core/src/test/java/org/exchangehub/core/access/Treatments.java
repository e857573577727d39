package org.exchangehub.core.access;

import java.util.List;
import org.exchangehub.schemas.masking.Mask;
import org.exchangehub.schemas.masking.MaskRule;
import org.exchangehub.schemas.minimisation.Treatment;

/** One treatment of each kind that decisions see. */
final class Treatments {

    static final Treatment CLEAR = new Treatment.Clear(Treatment.Reason.WITHIN_LEVEL);
    static final Treatment LOOKUP = new Treatment.Lookup(Treatment.Reason.FOR_LOOKUP);
    static final Treatment MASKED =
            new Treatment.Masked(MaskRule.of(Mask.FULL), Treatment.MaskSource.DEFAULT, Treatment.Reason.ABOVE_LEVEL);
    static final List<Treatment> ALL = List.of(LOOKUP, MASKED, CLEAR);

    private Treatments() {}
}
