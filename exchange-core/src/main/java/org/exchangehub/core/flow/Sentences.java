package org.exchangehub.core.flow;

import java.time.Instant;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** What is wrong with a source, said to its steward. */
final class Sentences {

    static final LocalizedText STOPPED = new LocalizedText("流程在 NiFi 中被停止", "The flow has been stopped in NiFi");
    static final LocalizedText LOST = new LocalizedText("NiFi 中已没有该流程。", "NiFi no longer has this flow.");
    static final LocalizedText INTERRUPTED =
            new LocalizedText("部署流程时平台中断。", "The hub was interrupted while it made this flow.");

    private Sentences() {}

    static LocalizedText refused(NifiRefused refused) {
        return new LocalizedText(
                "NiFi 无法运行该流程：" + refused.getMessage(), "NiFi cannot run this flow: " + refused.getMessage());
    }

    static LocalizedText waiting(@Nullable String reason) {
        return new LocalizedText("暂时无法部署：" + reason, String.valueOf(reason));
    }

    static LocalizedText silentSince(Instant since) {
        return new LocalizedText(
                "NiFi 自 " + since + " 起没有应答，恢复后流程继续运行",
                "NiFi has not answered since " + since + "; the flow goes on when NiFi is back");
    }

    /** What is to be done where the hub does not keep the secret that is needed. */
    static LocalizedText enterAgain(LocalizedText what) {
        return new LocalizedText(
                what.zh() + "请重新填写密码或密钥以重新部署。", what.en() + " Enter the password or secret again to have it made.");
    }
}
