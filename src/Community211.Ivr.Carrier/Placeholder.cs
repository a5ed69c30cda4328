namespace Community211.Ivr; internal static class Placeholder;
