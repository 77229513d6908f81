package whatis.classification.torchscript;

import java.util.ArrayList;
import java.util.List;

/** Collects the text of a TorchScript class whose state is a list of tensors. Methods take a tensor and return one. */
public final class ModuleCode {

    private static final String EMPTY = "torch.zeros([0])";

    private final List<String> attributes = new ArrayList<>();
    private final StringBuilder setState = new StringBuilder();
    private final StringBuilder methods = new StringBuilder();

    /** @param state the tensors that the module is loaded with, each an attribute of its name */
    public ModuleCode(List<ArchiveTensor> state) {
        for (int i = 0; i < state.size(); i++) {
            attribute(state.get(i).name(), "state[" + i + "]");
        }
    }

    /** Adds a tensor that is empty until a method sets it. */
    public void attribute(String name) {
        attribute(name, EMPTY);
    }

    private void attribute(String name, String expression) {
        attributes.add(name);
        setState.append("    self.%s = %s\n".formatted(name, expression));
    }

    /**
     * Adds a method.
     *
     * @param body statements that use {@code self} and the parameter {@code x}, a line each, indented by four blanks
     */
    public void method(String name, String body) {
        methods.append(method(name, "x: Tensor", "Tensor", body));
    }

    /** Returns the statement that gives an attribute a value. */
    public static String set(String attribute, String expression) {
        return "    self.%s = %s\n".formatted(attribute, expression);
    }

    /** Returns the statement that gives back the memory of an attribute. */
    public static String free(String attribute) {
        return set(attribute, EMPTY);
    }

    /** Returns the text of the class. */
    public String text() {
        StringBuilder text = new StringBuilder("class " + Archive.MODULE + "(Module):\n");
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
        return "  def %s(self: __torch__.%s%s) -> %s:\n%s".formatted(name, Archive.MODULE, parameters, result, body);
    }
}
