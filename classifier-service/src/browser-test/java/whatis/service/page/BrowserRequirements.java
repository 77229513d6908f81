package whatis.service.page;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests where a part is missing that they need, and says which. */
final class BrowserRequirements implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!Chromium.isInstalled()) {
            return disabled("needs Chromium (Debian, Ubuntu: apt-get install chromium)");
        }
        if (!Services.areBuilt()) {
            return disabled("needs the jars of both services, and the starter model");
        }
        if (!MediaWiki.isNamed()) {
            return disabled(
                    "needs a MediaWiki: its api.php in WHATIS_MEDIAWIKI_URL, its folder in WHATIS_MEDIAWIKI_HOME");
        }
        return enabled("all parts are there");
    }
}
