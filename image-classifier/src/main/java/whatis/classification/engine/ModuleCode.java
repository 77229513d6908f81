package whatis.classification.engine;

import java.util.ArrayList;
import java.util.List;

/** Collects the text of a TorchScript class whose state is a list of tensors. Methods take a tensor and return one. */
final class ModuleCode {

    private final List<String> attributes = new ArrayList<>();
    private final StringBuilder setState = new StringBuilder();
    private final StringBuilder methods = new StringBuilder();

    ModuleCode(List<ArchiveTensor> state) {
        for (int i = 0; i < state.size(); i++) {
            attribute(state.get(i).name(), "state[" + i + "]");
        }
    }

    /** Adds an attribute that is computed once, while the module is loaded. */
    void attribute(String name, String expression) {
        attributes.add(name);
        setState.append("    self.%s = %s\n".formatted(name, expression));
    }

    void method(String name, String body) {
        methods.append(method(name, "x: Tensor", "Tensor", body));
    }

    /** Adds a method that gives back the memory of attributes. */
    void methodThatFrees(String name, List<String> attributes) {
        StringBuilder body = new StringBuilder();
        attributes.forEach(attribute -> body.append("    self.%s = torch.zeros([0])\n".formatted(attribute)));
        method(name, body.append("    return x\n").toString());
    }

    String text() {
        StringBuilder text = new StringBuilder("class " + TorchScriptArchive.MODULE + "(Module):\n");
        text.append("  __parameters__ = []\n  __buffers__ = []\n  training : bool\n");
        attributes.forEach(attribute -> text.append("  %s : Tensor\n".formatted(attribute)));
        text.append(methods);
        text.append(method(
                "__setstate__",
                "state: List[Tensor]",
                "NoneType",
                "    self.training = False\n" + setState + "    return None\n"));
        // libtorch wants the counterpart, too, though nobody saves the module.
        text.append(method("__getstate__", "", "List[Tensor]", "    return annotate(List[Tensor], [])\n"));
        return text.toString();
    }

    private static String method(String name, String parameter, String result, String body) {
        String parameters = parameter.isEmpty() ? "" : ",\n    " + parameter;
        return "  def %s(self: __torch__.%s%s) -> %s:\n%s"
                .formatted(name, TorchScriptArchive.MODULE, parameters, result, body);
    }
}
