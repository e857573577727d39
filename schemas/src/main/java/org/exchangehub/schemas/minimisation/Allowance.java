package org.exchangehub.schemas.minimisation;

import java.util.Map;
import java.util.Set;
import org.exchangehub.schemas.Level;
import org.exchangehub.schemas.masking.Mask;
import org.jspecify.annotations.Nullable;

/**
 * The terms by which fields are minimised, under the names the fields go by in the schema.
 *
 * @param uses by field; a field that is not named is hidden
 * @param maxLevel fields above it are masked unless entitled: {@link Level#LEVEL_1} to {@link Level#LEVEL_4}, for important and
 *     core data are shown by entitlement only. Null for terms from before there were levels: all they name as clear is entitled
 * @param entitled fields shown as they are although above the level
 * @param masks masks instead of the fields' own; one that is not as strict as the field's own is disregarded
 */
public record Allowance(
        Map<String, Use> uses, @Nullable Level maxLevel, Set<String> entitled, Map<String, Mask> masks) {

    public Allowance {
        if (maxLevel != null && maxLevel.compareTo(Level.LEVEL_4) > 0) {
            throw new IllegalArgumentException("expected a level from 1 to 4, found " + maxLevel.word());
        }
        uses = Map.copyOf(uses);
        entitled = Set.copyOf(entitled);
        masks = Map.copyOf(masks);
    }
}
