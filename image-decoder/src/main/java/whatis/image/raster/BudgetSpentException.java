package whatis.image.raster;

/** Says that a picture took longer than its budget. */
public final class BudgetSpentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BudgetSpentException() {
        super("the budget is spent");
    }
}
