package dev.snag.findings;

/** Names of code without what differs from run to run: numbers of lambdas, of hidden and of generated classes. */
public final class StableName {

    private static final String LAMBDA_CLASS = "$$Lambda";
    private static final String LAMBDA_METHOD = "lambda$";
    private static final String KOTLIN_LAMBDA = "$lambda$";

    private StableName() {}

    /** Class and method. */
    public static String of(Frame frame) {
        return of(frame.className(), frame.method());
    }

    /** Class and method. */
    public static String of(String className, String method) {
        return ofClass(className) + "." + ofMethod(method);
    }

    /** The class without the numbers that the VM or a generator gave it. */
    public static String ofClass(String className) {
        int hidden = className.indexOf('/');
        String name = hidden < 0 ? className : className.substring(0, hidden);
        int lambda = name.indexOf(LAMBDA_CLASS);
        if (lambda >= 0) {
            return name.substring(0, lambda) + LAMBDA_CLASS;
        }
        return name.startsWith("jdk.internal.reflect.Generated") ? name.replaceAll("\\d+$", "") : name;
    }

    private static String ofMethod(String method) {
        int number = method.startsWith(LAMBDA_METHOD) ? method.lastIndexOf('$') : -1;
        return number > LAMBDA_METHOD.length() ? method.substring(0, number) : method;
    }

    /** The class that the code of a lambda is written in; else the class itself. */
    public static String hostClass(Frame frame) {
        String name = ofClass(frame.className());
        int lambda = name.indexOf(LAMBDA_CLASS);
        return lambda < 0 ? name : name.substring(0, lambda);
    }

    /** The method that the code of a lambda is written in; else the method itself. */
    public static String hostMethod(Frame frame) {
        String method = ofMethod(frame.method());
        if (method.startsWith(LAMBDA_METHOD)) {
            return method.substring(LAMBDA_METHOD.length());
        }
        int kotlin = method.indexOf(KOTLIN_LAMBDA);
        return kotlin > 0 ? method.substring(0, kotlin) : method;
    }
}
