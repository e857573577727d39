package org.exchangehub.core.audit;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who witnesses the log, beside the log itself. */
@Hidden
@RestController
@RequestMapping("/log")
class WitnessController {

    private final Witnesses witnesses;

    WitnessController(Witnesses witnesses) {
        this.witnesses = witnesses;
    }

    /**
     * How well the newest checkpoint is witnessed.
     *
     * @param cosigned how many of the witnesses have cosigned it
     * @param of how many witnesses there are
     */
    record WitnessList(int cosigned, int of, List<Witnesses.Standing> items) {}

    @GetMapping(path = "/witnesses", produces = MediaType.APPLICATION_JSON_VALUE)
    WitnessList witnesses() {
        List<Witnesses.Standing> items = witnesses.standing();
        int cosigned = witnesses.newest().map(Witnesses.Witnessed::cosigned).orElse(0);
        return new WitnessList(cosigned, items.size(), items);
    }
}
